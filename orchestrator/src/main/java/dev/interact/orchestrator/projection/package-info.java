/**
 * What a study looks like now, from what is known of it and what is told. Pure: nothing here reads
 * a database, a topic or a clock. Telling the same twice changes nothing.
 */
package dev.interact.orchestrator.projection;
