package no.vegvisar.modelling;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All drafts, decided ones too. */
interface ModelDrafts extends Repository<ModelDraft, UUID> {

  ModelDraft save(ModelDraft draft);

  Optional<ModelDraft> findById(UUID id);

  Optional<ModelDraft> findBySendKey(String sendKey);

  List<ModelDraft> findByModelKeyOrderByMadeAtDesc(String modelKey);
}
