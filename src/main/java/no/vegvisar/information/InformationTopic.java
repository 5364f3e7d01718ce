package no.vegvisar.information;

/** What the page tells of, in the order of the clinic's own page; the words are messages. */
enum InformationTopic {
  ALCOHOL("alcohol"),
  NARCOTICS("narcotics"),
  LAR("lar"),
  CONCURRENT("concurrent"),
  GAMBLING("gambling"),
  DOPING("doping"),
  DOPING_HELPLINE("doping-helpline"),
  INDIVIDUAL_PLAN("individual-plan");

  private final String word;

  InformationTopic(String word) {
    this.word = word;
  }

  /** As in message keys and in settings. */
  String word() {
    return word;
  }
}
