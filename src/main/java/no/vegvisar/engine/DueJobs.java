package no.vegvisar.engine;

/** Running what is due by hand, where time is moved by hand: the demo and the tests. */
public interface DueJobs {

  /** Runs the jobs of the case that are due by the clock, until none is; returns how many. */
  int run(String caseNo);

  /** Nothing runs by itself until released. */
  void hold();

  void release();
}
