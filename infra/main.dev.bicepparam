// For development: small, nothing twice, gone after use.
using 'main.bicep'

param name = 'koppla-dev'
param apiClientId = readEnvironmentVariable('KOPPLA_API_CLIENT_ID')
param alwaysReadyInstances = 0
