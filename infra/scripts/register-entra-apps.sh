#!/usr/bin/env bash
# Registers the API with Entra ID, or brings its registration up to date. It can be run again at any time.
#
#   infra/scripts/register-entra-apps.sh NAME [AUDIENCE]
#
# NAME is the display name, such as koppla-prod. AUDIENCE is AzureADMyOrg (unless told), for one organisation in this tenant, or
# AzureADMultipleOrgs, for organisations with tenants of their own; each of those consents to the app once.
#
# What it makes: an app registration with the roles and the scope of app-registration.json, whose tokens are of version 2 (the app takes no
# others), and without any secret. Its service principal. And the role that Event Grid asks for, given to Event Grid, which delivers the
# events, and to whoever is signed in, for who makes the subscription must have it too.
#
# The last line is what the parameters need: azd env set $(infra/scripts/register-entra-apps.sh koppla-dev | tail -n 1)
#
# Needs the Azure CLI, signed in as somebody who may register apps and grant app roles (Cloud Application Administrator does).
set -euo pipefail

if [ $# -lt 1 ] || [ $# -gt 2 ]; then
  sed -n '2,/^set /s/^# \{0,1\}//p' "$0"
  exit 2
fi

name=$1
audience=${2:-AzureADMyOrg}
registration=$(dirname "$0")/app-registration.json
graph=https://graph.microsoft.com/v1.0

# Event Grid's own application, the same in every tenant, and the role with the id that app-registration.json gives it.
event_grid=4962773b-9cdb-44cf-a8bf-237846a00ab7
subscriber=0b6a6f0e-6f1c-4b0b-9d3a-5a3f6f0d2f04

say() { echo "$@" >&2; }

# The object id of an application's service principal, which is made if it is not there.
principal_of() {
  az ad sp show --id "$1" --query id --output tsv 2>/dev/null || az ad sp create --id "$1" --query id --output tsv
}

# Gives a principal the subscriber's role, unless it has it.
grant() {
  local principal=$1 resource=$2 has
  has=$(az rest --method GET --url "$graph/servicePrincipals/$resource/appRoleAssignedTo" \
    --query "length(value[?principalId=='$principal' && appRoleId=='$subscriber'])" --output tsv)
  if [ "$has" = 0 ]; then
    az rest --method POST --url "$graph/servicePrincipals/$resource/appRoleAssignedTo" --output none \
      --body "{\"principalId\": \"$principal\", \"resourceId\": \"$resource\", \"appRoleId\": \"$subscriber\"}"
  fi
}

client=$(az ad app list --filter "displayName eq '$name'" --query '[0].appId' --output tsv)
if [ -z "$client" ]; then
  say "Registering $name ..."
  client=$(az ad app create --display-name "$name" --sign-in-audience "$audience" --query appId --output tsv)
fi

say "Bringing the registration up to date ..."
az ad app update --id "$client" --identifier-uris "api://$client" --sign-in-audience "$audience"
az rest --method PATCH --url "$graph/applications(appId='$client')" --body "@$registration" --output none

say "Granting Event Grid's role ..."
api=$(principal_of "$client")
grant "$(principal_of "$event_grid")" "$api"
if [ "$(az account show --query user.type --output tsv)" = user ]; then
  grant "$(az ad signed-in-user show --query id --output tsv)" "$api"
else
  grant "$(principal_of "$(az account show --query user.name --output tsv)")" "$api"
fi

say "Done. Give people the roles Koppla.Admin and Koppla.User under Enterprise applications."
echo "KOPPLA_API_CLIENT_ID=$client"
