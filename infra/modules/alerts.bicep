// Who is told when calls go wrong. Each rule asks the telemetry of the last minutes for a number, and compares it.

import { calls, decisionDuration, eventDeadLetters, failedOutcomes, sweptCalls } from 'metrics.bicep'
import { Tags } from 'types.bicep'

@description('The name of the deployment.')
param name string

@description('Where the rules are.')
param location string

@description('The tags of the deployment.')
param tags Tags

@description('The workspace that has the telemetry.')
param workspaceId string

@description('The topic that tells of incoming calls.')
param topicId string

@description('Who gets mail. Without anybody alerts are only seen in the portal.')
param emails string[]

type Rule = {
  name: string
  description: string

  @minValue(0)
  @maxValue(4)
  severity: int

  @description('Rows with the columns TimeGenerated and value.')
  query: string

  aggregation: 'Total' | 'Maximum'
  threshold: int
}

func sumOf(metric string, condition string) string =>
  'AppMetrics | where Name == "${metric}"${condition} | project TimeGenerated, value = Sum'

var failed = join(map(failedOutcomes, outcome => '"${outcome}"'), ', ')

var rules Rule[] = [
  {
    name: 'calls-failed'
    description: 'Calls were lost, or the provider refused all that was tried.'
    severity: 1
    query: sumOf(calls, ' and tostring(Properties.outcome) in (${failed})')
    aggregation: 'Total'
    threshold: 0
  }
  {
    name: 'callbacks-missing'
    description: 'Calls were ended since the provider told nothing more of them: do its events reach the app?'
    severity: 1
    query: sumOf(sweptCalls, '')
    aggregation: 'Total'
    threshold: 0
  }
  {
    name: 'change-events-dead'
    description: 'The webhook of an organisation took no events for a day.'
    severity: 3
    query: sumOf(eventDeadLetters, '')
    aggregation: 'Total'
    threshold: 0
  }
  {
    // Of a histogram only count, sum and extremes arrive, a minute and instance at a time. Taking every decision of such a minute for
    // as slow as its slowest gives a bound that the 99th percentile never exceeds: the rule may fire early, never late.
    name: 'decisions-slow'
    description: 'One decision of a hundred took more than a second, while a caller heard nothing.'
    severity: 2
    query: 'AppMetrics | where Name == "${decisionDuration}" | summarize value = percentilew(Max, ItemCount, 99) by bin(TimeGenerated, 5m)'
    aggregation: 'Maximum'
    threshold: 1
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(emails)) {
  name: 'ag-${name}'
  #disable-next-line no-hardcoded-location // action groups are global
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'koppla'
    emailReceivers: [for (email, index) in emails: { name: 'person-${index}', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource queries 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: 'alert-${name}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.name
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT5M'
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: rule.aggregation
            metricMeasureColumn: 'value'
            operator: 'GreaterThan'
            threshold: rule.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: empty(emails) ? [] : [people.id] }
    }
  }
]

// Event Grid counts these itself: a call that rang until it was given up, because the app did not take the event.
resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-${name}-calls-undelivered'
  #disable-next-line no-hardcoded-location // metric alerts are global
  location: 'global'
  tags: tags
  properties: {
    description: 'Incoming calls could not be delivered to the app; they are in the container of dead letters.'
    severity: 1
    enabled: true
    scopes: [topicId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'dead-letters'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: empty(emails) ? [] : [{ actionGroupId: people.id }]
  }
}
