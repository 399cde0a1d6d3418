#!/bin/sh
# Subscribes the app that is deployed to incoming calls. azd runs it after the code; by hand it takes the same from the environment:
# AZURE_RESOURCE_GROUP, AZURE_ENV_NAME (the name of the deployment), KOPPLA_API_CLIENT_ID, KOPPLA_NUMBERS and, if not webhook, KOPPLA_DELIVERY.
set -eu

# Without numbers there is nothing to subscribe to: the first deployment may come before them.
if [ -z "${KOPPLA_NUMBERS:-}" ]; then
  echo "KOPPLA_NUMBERS is not set: no calls are subscribed to. Set it to the numbers' beginnings, such as +468465004, and run this again."
  exit 0
fi

az deployment group create \
  --subscription "${AZURE_SUBSCRIPTION_ID:-$(az account show --query id --output tsv)}" \
  --resource-group "$AZURE_RESOURCE_GROUP" \
  --name incoming-calls \
  --parameters "$(dirname "$0")/../events.bicepparam" \
  --output none
