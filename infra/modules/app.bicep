// The function app on its plan. FUNCTIONS_WORKER_RUNTIME is not set: this plan takes the runtime from functionAppConfig, and refuses both.

import { Names, deploymentContainer } from 'names.bicep'
import { Settings, Tags } from 'types.bicep'

@description('What the resources are called.')
param names Names

@description('Where they are.')
param location string

@description('The tags of the deployment.')
param tags Tags

@description('The identity that the app acts as, the code is fetched with, and the host reaches its storage with.')
param identityId string

@description('Where the blobs are.')
param blobEndpoint string

@description('The app settings, but for the app\'s own address.')
param settings Settings

@description('Whether instances are spread over zones.')
param zoneRedundant bool

@description('How many instances are always warm for HTTP: Event Grid\'s webhook, the events of calls and the API.')
param alwaysReadyInstances int

@description('How many instances there may be.')
param maximumInstanceCount int

@description('The memory of an instance.')
param instanceMemoryMB int

@description('How many requests an instance takes at once; each stream of live updates is one.')
param httpConcurrency int

// Zones ask for two at least.
var ready = alwaysReadyInstances == 0 ? 0 : max(alwaysReadyInstances, zoneRedundant ? 2 : 1)

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: names.plan
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: names.app
  location: location
  // azd finds where to deploy the service of azure.yaml by this tag.
  tags: union(tags, { 'azd-service-name': 'api' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${blobEndpoint}${deploymentContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        alwaysReady: ready == 0 ? [] : [{ name: 'http', instanceCount: ready }]
        maximumInstanceCount: maximumInstanceCount
        instanceMemoryMB: instanceMemoryMB
        triggers: { http: { perInstanceConcurrency: httpConcurrency } }
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
    }
  }

  // Code is published with a token, never with a password.
  resource zip 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  // Beside the app and not in it, for the app's address is known only when it is there.
  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(settings, { Callbacks__BaseAddress: 'https://${app.properties.defaultHostName}' })
  }
}

@description('The name of the app.')
output name string = app.name

@description('Where the app is.')
output address string = 'https://${app.properties.defaultHostName}'
