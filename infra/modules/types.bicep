// The types that modules share.

@export()
@description('The tags of every resource.')
type Tags = { *: string }

@export()
@description('App settings by name; a colon of the configuration is written as two underscores.')
type Settings = { *: string }
