// The subscription to incoming calls. Deployed after the code, for Event Grid asks the endpoint whether it wants the events.

import { deadLetterContainer, namesOf } from 'modules/names.bicep'

@description('The name of the deployment, the same as for main.bicep.')
@minLength(3)
@maxLength(20)
param name string

@description('The client id of the app registration that Event Grid asks for tokens for, the same as for main.bicep.')
@minLength(36)
@maxLength(36)
param apiClientId string

@description('The numbers whose calls the app takes, or their beginnings, in E.164. An app that Koppla rings must not come back as a new call, so there is no "all".')
@minLength(1)
@maxLength(25)
param numberPrefixes string[]

@description('How events are delivered: to the webhook with a token of Entra ID, on the instances that are always warm for HTTP; or to the Event Grid trigger with the platform\'s key, which scales alone.')
@allowed(['webhook', 'function'])
param delivery string = 'webhook'

var names = namesOf(name, resourceGroup().id)

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: names.app
}

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: names.storage
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: names.topic
}

var webhook = {
  endpointType: 'WebHook'
  properties: {
    endpointUrl: 'https://${app.properties.defaultHostName}/api/hooks/incoming-call'
    azureActiveDirectoryTenantId: tenant().tenantId
    azureActiveDirectoryApplicationIdOrUri: apiClientId
    maxEventsPerBatch: 1
    minimumTlsVersionAllowed: '1.2'
  }
}

var function = {
  endpointType: 'AzureFunction'
  properties: {
    resourceId: '${app.id}/functions/IncomingCall'
    maxEventsPerBatch: 1
  }
}

resource incomingCalls 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'incoming-calls'
  properties: {
    // Its handshake is answered without a token, so it can't depend on when Entra ID knows of the roles.
    eventDeliverySchema: 'CloudEventSchemaV1_0'
    destination: delivery == 'webhook' ? webhook : function
    filter: {
      includedEventTypes: ['Microsoft.Communication.IncomingCall']
      advancedFilters: [{ operatorType: 'StringBeginsWith', key: 'data.to.phoneNumber.value', values: numberPrefixes }]
    }
    // A call rings for 30 seconds: what is later is of no use.
    retryPolicy: { maxDeliveryAttempts: 2, eventTimeToLiveInMinutes: 1 }
    deadLetterWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: { resourceId: account.id, blobContainerName: deadLetterContainer }
      }
    }
  }
}
