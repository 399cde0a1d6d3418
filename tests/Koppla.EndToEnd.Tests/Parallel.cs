using Xunit.v3;

// Calls wait for telephones that ring, not for the processor.
[assembly: Parallelization(MaxThreads = 6)]
