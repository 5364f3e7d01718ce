package no.vegvisar.database;

/** The embedded database cannot start; the message is one line with the remedy. */
class DatabaseTrouble extends RuntimeException {

  DatabaseTrouble(String remedy) {
    super(remedy);
  }
}
