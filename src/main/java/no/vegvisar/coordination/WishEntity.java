package no.vegvisar.coordination;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The newest words for the municipality, as the patient wants them. */
@Entity
@Table(name = "coordination_wish")
class WishEntity {

  @Id String caseNo;
  @Version Long version;
  String followUpAsked;
  String handoverText;
}
