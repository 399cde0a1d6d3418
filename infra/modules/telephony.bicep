// The telephony provider, the speech service that it uses, and the topic that tells of incoming calls.

import { Names } from 'names.bicep'
import { cognitiveServicesUser, communicationOwner } from 'roles.bicep'
import { Tags } from 'types.bicep'

@description('What the resources are called.')
param names Names

@description('Where the speech service is; the other two are global.')
param location string

@description('The tags of the deployment.')
param tags Tags

@description('Where the provider keeps data at rest.')
param dataLocation string

@description('The principal of the app, which commands calls.')
param appPrincipalId string

// A global service: it takes no region.
#disable-next-line no-hardcoded-location
var everywhere = 'global'

resource communication 'Microsoft.Communication/communicationServices@2025-09-01' = {
  name: names.communication
  location: everywhere
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: {
    dataLocation: dataLocation
    disableLocalAuth: true
  }
}

resource speech 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: names.speech
  location: location
  tags: tags
  kind: 'AIServices'
  sku: { name: 'S0' }
  properties: {
    // Tokens are taken only at a name of one's own, never at the region's.
    customSubDomainName: names.speech
    disableLocalAuth: true
    publicNetworkAccess: 'Enabled'
  }
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: names.topic
  location: everywhere
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: {
    source: communication.id
    topicType: 'Microsoft.Communication.CommunicationServices'
  }
}

resource appCommandsCalls 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: communication
  name: guid(communication.id, names.identity, communicationOwner)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', communicationOwner)
  }
}

// The provider speaks, not the app: the app only says where.
resource providerSpeaks 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: speech
  name: guid(speech.id, names.communication, cognitiveServicesUser)
  properties: {
    principalId: communication.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', cognitiveServicesUser)
  }
}

@description('Where the app sends its commands.')
output endpoint string = 'https://${communication.properties.hostName}/'

@description('Whom the provider\'s tokens are for: they come with the events of calls.')
output immutableResourceId string = communication.properties.immutableResourceId

@description('Where texts are spoken.')
output speechEndpoint string = speech.properties.endpoint

@description('The topic that tells of incoming calls.')
output topicId string = topic.id

@description('The principal of the topic, which writes dead letters.')
output topicPrincipalId string = topic.identity.principalId
