// Everything that Koppla runs on, in one resource group. What needs the code to be there, the subscription to incoming calls, is events.bicep.

import { namesOf } from 'modules/names.bicep'

@description('The name of the deployment, such as koppla-prod. Resources are named after it.')
@minLength(3)
@maxLength(20)
param name string

@description('Where everything is. Flex Consumption and neural voices must be there.')
param location string = resourceGroup().location

@description('The client id of the app registration that people and Event Grid ask for tokens for; infra/scripts/register-entra-apps.sh makes it.')
@minLength(36)
@maxLength(36)
param apiClientId string

@description('Where the telephony provider keeps data at rest. It can\'t be changed later.')
@allowed(['Africa', 'Asia Pacific', 'Australia', 'Brazil', 'Canada', 'Europe', 'France', 'Germany', 'India', 'Japan', 'Korea', 'Norway', 'Switzerland', 'UAE', 'UK', 'United States'])
param dataLocation string = 'Europe'

@description('Where calls go when their routing data can\'t be read: numbers that begin with the prefix, in E.164, go to the destination; the longest prefix wins.')
@maxLength(100)
param fallbackRules FallbackRule[] = []

@description('The folder with the sound files of organisations, over https, which the provider must be able to read without a token. Empty: there are none.')
param soundsBaseAddress string = ''

@description('Whether instances and storage are spread over the zones of the region.')
param zoneRedundant bool = false

@description('How many instances are always warm for incoming calls and the API. 0 costs nothing, and lets callers wait for a start; with zones at least 2 of them are kept.')
@minValue(0)
@maxValue(20)
param alwaysReadyInstances int = 1

@description('How many instances there may be at most.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('The memory of an instance, in MB: a quarter of a core, one, or two.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('How many requests an instance takes at once. Each stream of live updates is one.')
@minValue(1)
@maxValue(1000)
param httpConcurrency int = 200

@description('For how many days telemetry is kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('For how many days calls that could not be delivered are kept; they hold telephone numbers.')
@minValue(1)
@maxValue(365)
param deadLetterDays int = 14

@description('Who gets mail when calls go wrong.')
@maxLength(10)
param alertEmails string[] = []

type FallbackRule = {
  @description('A whole number or its beginning in E.164.')
  prefix: string

  @description('A telephone number.')
  destination: string
}

var names = namesOf(name, resourceGroup().id)
var tags = { 'azd-env-name': name, application: 'koppla' }

// An identity of its own, and not the app's: it has its roles before the app first starts.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: names.identity
  location: location
  tags: tags
}

module telephony 'modules/telephony.bicep' = {
  name: 'telephony'
  params: {
    names: names
    location: location
    tags: tags
    dataLocation: dataLocation
    appPrincipalId: identity.properties.principalId
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    names: names
    location: location
    tags: tags
    zoneRedundant: zoneRedundant
    appPrincipalId: identity.properties.principalId
    topicPrincipalId: telephony.outputs.topicPrincipalId
    deadLetterDays: deadLetterDays
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    names: names
    location: location
    tags: tags
    retentionDays: logRetentionDays
    appPrincipalId: identity.properties.principalId
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    topicId: telephony.outputs.topicId
    emails: alertEmails
  }
}

var platformSettings = {
  APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
  // No queue address: the host needs queues only for triggers that the app has not.
  AzureWebJobsStorage__blobServiceUri: storage.outputs.blobEndpoint
  AzureWebJobsStorage__tableServiceUri: storage.outputs.tableEndpoint
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.properties.clientId
  // The app's own credential: this identity and nothing else, so that the first token does not wait for other kinds to fail.
  AZURE_CLIENT_ID: identity.properties.clientId
  AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential'
}

var kopplaSettings = {
  Storage__TableEndpoint: storage.outputs.tableEndpoint
  Provider__Endpoint: telephony.outputs.endpoint
  Provider__SpeechEndpoint: telephony.outputs.speechEndpoint
  CallEvents__Audience: telephony.outputs.immutableResourceId
  Api__Audience: apiClientId
  EventGrid__Audience: apiClientId
  // People come from the tenants of all organisations, but calls from the Event Grid of this one only: with a topic in a tenant of their
  // own others could tell of calls that there are not.
  EventGrid__Issuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
}

var soundSettings = empty(soundsBaseAddress) ? {} : { Sounds__BaseAddress: soundsBaseAddress }

var fallbackPrefixes = toObject(range(0, length(fallbackRules)), index => 'Fallback__Rules__${index}__Prefix', index => fallbackRules[index].prefix)
var fallbackDestinations = toObject(range(0, length(fallbackRules)), index => 'Fallback__Rules__${index}__Destination', index => fallbackRules[index].destination)

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    names: names
    location: location
    tags: tags
    identityId: identity.id
    blobEndpoint: storage.outputs.blobEndpoint
    settings: union(platformSettings, kopplaSettings, soundSettings, fallbackPrefixes, fallbackDestinations)
    zoneRedundant: zoneRedundant
    alwaysReadyInstances: alwaysReadyInstances
    maximumInstanceCount: maximumInstanceCount
    instanceMemoryMB: instanceMemoryMB
    httpConcurrency: httpConcurrency
  }
}

@description('The name of the function app.')
output FUNCTION_APP_NAME string = app.outputs.name

@description('Where the app is; the API is below api/v1.')
output FUNCTION_APP_ADDRESS string = app.outputs.address
