// What azd deploys: everything is taken from its environment (azd env set NAME VALUE). See README.md.
using 'main.bicep'

param name = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param apiClientId = readEnvironmentVariable('KOPPLA_API_CLIENT_ID')
param fallbackRules = json(readEnvironmentVariable('KOPPLA_FALLBACK_RULES', '[]'))
param soundsBaseAddress = readEnvironmentVariable('KOPPLA_SOUNDS_BASE_ADDRESS', '')
param zoneRedundant = bool(readEnvironmentVariable('KOPPLA_ZONE_REDUNDANT', 'false'))
param alwaysReadyInstances = int(readEnvironmentVariable('KOPPLA_ALWAYS_READY_INSTANCES', '1'))
param alertEmails = filter(split(readEnvironmentVariable('KOPPLA_ALERT_EMAILS', ''), ','), email => !empty(email))
