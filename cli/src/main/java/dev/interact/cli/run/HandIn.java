package dev.interact.cli.run;

import dev.interact.cli.api.Orchestrator;
import dev.interact.cli.api.StudyStatus;
import dev.interact.study.Concept;
import java.util.List;
import java.util.function.Function;

/**
 * A study or preparation that is to be run.
 *
 * @param what it is, for people: {@code Study} or {@code Preparation}
 * @param concepts all that it names; they are uploaded first
 * @param fresh whether recorded answers are left aside
 * @param seats whether people take part, who need links
 * @param submit hands it in, or resumes it if it is known and paused
 * @param command that goes on with it, for people
 */
public record HandIn(
    String what,
    String name,
    List<Concept> concepts,
    boolean fresh,
    boolean seats,
    Function<Orchestrator, StudyStatus> submit,
    String command) {}
