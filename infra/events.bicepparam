// The subscription, for the environment that azd has, or the shell. See README.md.
using 'events.bicep'

param name = readEnvironmentVariable('AZURE_ENV_NAME')
param apiClientId = readEnvironmentVariable('KOPPLA_API_CLIENT_ID')
param numberPrefixes = split(readEnvironmentVariable('KOPPLA_NUMBERS'), ',')
param delivery = readEnvironmentVariable('KOPPLA_DELIVERY', 'webhook')
