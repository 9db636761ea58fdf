package dev.interact.teacher;

import dev.interact.chat.teacher.TeacherChat;
import dev.interact.contracts.Role;
import dev.interact.contracts.teacher.TeacherRequest;
import dev.interact.worker.loop.Service;
import dev.interact.worker.model.ModelService;
import dev.interact.worker.model.Models;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Answers questions, writes lessons and sits the quiz with the context in view. */
class Teacher {
  @Produces
  @Singleton
  Service<TeacherRequest> service(Models models) {
    return new ModelService<>(Role.TEACHER, TeacherRequest.class, TeacherChat::of, models);
  }
}
