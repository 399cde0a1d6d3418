// The app's own metrics (meter Koppla), as the alerts ask for them. They are named by the app; this is the one place here that repeats it.

@export()
@description('A counter: calls that ended, by outcome and reason.')
var calls = 'koppla.calls'

@export()
@description('Outcomes that say that the app or the provider failed, not that nobody answered.')
var failedOutcomes = ['lost', 'provider-refused']

@export()
@description('A histogram, in seconds: how long decisions took.')
var decisionDuration = 'koppla.decision.duration'

@export()
@description('A counter: calls that were ended since the provider told nothing more of them.')
var sweptCalls = 'koppla.calls.swept'

@export()
@description('A counter: change events that the organisation\'s webhook did not take in a day of tries.')
var eventDeadLetters = 'koppla.events.dead_letters'
