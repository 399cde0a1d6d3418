// Where telemetry goes. Nothing is taken without a token of Entra ID, so what the connection string holds is no secret.

import { Names } from 'names.bicep'
import { monitoringMetricsPublisher } from 'roles.bicep'
import { Tags } from 'types.bicep'

@description('What the resources are called.')
param names Names

@description('Where they are.')
param location string

@description('The tags of the deployment.')
param tags Tags

@description('For how many days telemetry is kept.')
param retentionDays int

@description('The principal of the app, which sends telemetry.')
param appPrincipalId string

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: names.workspace
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: names.insights
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

resource appSendsTelemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, names.identity, monitoringMetricsPublisher)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
  }
}

@description('The workspace, which alerts ask.')
output workspaceId string = workspace.id

@description('Where the app sends telemetry.')
output connectionString string = insights.properties.ConnectionString
