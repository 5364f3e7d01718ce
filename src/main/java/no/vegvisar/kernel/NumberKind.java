package no.vegvisar.kernel;

/** What a neutral number stands for; the letter is its first character (decisions 21). */
public enum NumberKind {
  CASE("C"),
  MUNICIPAL_CASE("M"),
  REFERRAL("R"),
  REQUEST("Q"),
  /** An open return after an overdose; the card names nobody. */
  RETURN("A");

  private final String letter;

  NumberKind(String letter) {
    this.letter = letter;
  }

  public String letter() {
    return letter;
  }
}
