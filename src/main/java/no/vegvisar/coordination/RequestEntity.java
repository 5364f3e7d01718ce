package no.vegvisar.coordination;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;

/** A request to a municipality and what came of it. */
@Entity
@Table(name = "municipal_request")
class RequestEntity {

  @Id String requestId;
  @Version Long version;
  String caseNo;
  String kind;
  String toBody;
  String toUnit;
  UUID disclosureId;
  Instant sentAt;
  Instant receivedAt;
  Instant answeredAt;
  String answer;
  String answerText;
  String coordinator;
  String coordinatorUser;
  int reminders;
  String endedHow;

  CaseNo number() {
    return new CaseNo(caseNo);
  }

  Requests.Request view() {
    return new Requests.Request(
        requestId,
        number(),
        Requests.Kind.valueOf(kind),
        toBody,
        toUnit,
        sentAt,
        receivedAt,
        answeredAt,
        answer,
        answerText,
        coordinator,
        endedHow);
  }
}
