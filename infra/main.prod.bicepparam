// For real calls: two warm instances in different zones, and somebody who is told.
using 'main.bicep'

param name = 'koppla-prod'
param apiClientId = readEnvironmentVariable('KOPPLA_API_CLIENT_ID')
param fallbackRules = json(readEnvironmentVariable('KOPPLA_FALLBACK_RULES'))
param zoneRedundant = true
param alwaysReadyInstances = 2
param maximumInstanceCount = 100
param logRetentionDays = 90
param alertEmails = split(readEnvironmentVariable('KOPPLA_ALERT_EMAILS'), ',')
