// What the resources of a deployment are called. main.bicep and events.bicep are deployed at different times and agree by these.

@export()
@description('The names of everything that is deployed.')
type Names = {
  plan: string
  app: string
  identity: string
  storage: string
  communication: string
  speech: string
  topic: string
  workspace: string
  insights: string
}

@export()
@description('The names for a deployment. What must be unique in all of Azure ends with a hash of the resource group.')
func namesOf(name string, group string) Names => {
  plan: 'plan-${name}'
  app: 'func-${name}-${uniqueString(group, name)}'
  identity: 'id-${name}'
  // The tightest of all rules: 24 small letters and digits, of which the hash takes 13.
  storage: 'st${take(replace(toLower(name), '-', ''), 9)}${uniqueString(group, name)}'
  communication: 'acs-${name}-${uniqueString(group, name)}'
  speech: 'ai-${name}-${uniqueString(group, name)}'
  topic: 'evgt-${name}'
  workspace: 'log-${name}'
  insights: 'appi-${name}'
}

@export()
@description('The blob container that the code is deployed to.')
var deploymentContainer = 'deployments'

@export()
@description('The blob container for calls that could not be delivered to the app.')
var deadLetterContainer = 'dead-letters'
