// The built-in roles that are granted, by id: names of roles change, ids do not.

@export()
@description('Reads, writes, leases and lists blobs and containers: what the Functions host asks for.')
var storageBlobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'

@export()
@description('Reads and writes blobs.')
var storageBlobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

@export()
@description('Makes tables, reads and writes their rows.')
var storageTableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

@export()
@description('Sends telemetry.')
var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

@export()
@description('Communication and Email Service Owner: the one role that Communication Services takes for its data plane; it honours no custom ones.')
var communicationOwner = '09976791-48a7-449e-bb21-39d1a415f350'

@export()
@description('Cognitive Services User: calls the speech service.')
var cognitiveServicesUser = 'a97b65f3-24c7-4388-baec-2e87135dc908'
