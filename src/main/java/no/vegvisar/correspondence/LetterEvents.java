package no.vegvisar.correspondence;

/**
 * Hears what became of a letter, in the transaction that marks it; implemented by those who wait
 * for it.
 */
public interface LetterEvents {

  /** It has left: the receiver counts as told. */
  default void sent(Letters.Letter letter) {}

  /** It was held, or given up. */
  default void failed(Letters.Letter letter) {}

  /** Not by the letter: a person told the receiver, at that time. */
  default void toldOtherwise(Letters.Letter letter, String how, java.time.Instant at) {}

  /** The post came back. */
  default void returned(Letters.Letter letter) {}
}
