package no.vegvisar.engine;

/** Hears every change of a user task, in the engine's transaction. */
public interface TaskChangeListener {

  void changed(TaskChange change);
}
