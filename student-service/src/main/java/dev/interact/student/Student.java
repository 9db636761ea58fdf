package dev.interact.student;

import dev.interact.chat.student.StudentChat;
import dev.interact.contracts.Role;
import dev.interact.contracts.student.StudentRequest;
import dev.interact.worker.loop.Service;
import dev.interact.worker.model.ModelService;
import dev.interact.worker.model.Models;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Asks questions and sits quizzes. */
class Student {
  @Produces
  @Singleton
  Service<StudentRequest> service(Models models) {
    return new ModelService<>(Role.STUDENT, StudentRequest.class, StudentChat::of, models);
  }
}
