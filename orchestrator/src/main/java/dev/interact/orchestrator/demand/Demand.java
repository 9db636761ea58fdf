package dev.interact.orchestrator.demand;

/**
 * How much the workers of a role and pool have to do.
 *
 * @param role in small letters
 * @param calls that could be in flight now: those that wait and those under way, of each model as
 *     many as its limits allow. So many divided by the slots of a worker is how many workers are of
 *     use; more of them get no more answers
 * @param ready calls of running studies that wait to be sent; sheets that wait to be graded
 * @param inFlight calls that are under way
 */
record Demand(String role, String pool, long calls, long ready, long inFlight) {}
