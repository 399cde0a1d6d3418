// The storage account: the app's tables, the Functions host's blobs, the deployed code, and calls that could not be delivered.
// There is no queue role and no queue address: no trigger uses queues.

import { Names, deadLetterContainer, deploymentContainer } from 'names.bicep'
import { storageBlobDataContributor, storageBlobDataOwner, storageTableDataContributor } from 'roles.bicep'
import { Tags } from 'types.bicep'

@description('What the resources are called.')
param names Names

@description('Where it is.')
param location string

@description('The tags of the deployment.')
param tags Tags

@description('Whether it survives the loss of a zone.')
param zoneRedundant bool

@description('The principal of the app.')
param appPrincipalId string

@description('The principal of the Event Grid topic, which writes dead letters.')
param topicPrincipalId string

@description('For how many days dead letters are kept: they hold telephone numbers.')
param deadLetterDays int

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' = {
  name: names.storage
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'

    resource deployments 'containers' = {
      name: deploymentContainer
    }

    resource deadLetters 'containers' = {
      name: deadLetterContainer
    }
  }

  resource lifecycle 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            name: 'dead-letters'
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['${deadLetterContainer}/'] }
              actions: { baseBlob: { delete: { daysAfterCreationGreaterThan: deadLetterDays } } }
            }
          }
        ]
      }
    }
    dependsOn: [blobs]
  }
}

// The host makes containers of its own for locks, timers and keys, so this can't be narrower than the account.
resource hostBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, names.identity, storageBlobDataOwner)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataOwner)
  }
}

// The app makes its tables itself, so neither can this.
resource appTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, names.identity, storageTableDataContributor)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageTableDataContributor)
  }
}

resource topicDeadLetters 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account::blobs::deadLetters
  name: guid(account::blobs::deadLetters.id, names.topic, storageBlobDataContributor)
  properties: {
    principalId: topicPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataContributor)
  }
}

@description('Where the blobs are.')
output blobEndpoint string = account.properties.primaryEndpoints.blob

@description('Where the tables are.')
output tableEndpoint string = account.properties.primaryEndpoints.table
