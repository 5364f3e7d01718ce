package no.vegvisar.modelling;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All drafts, decided ones too. */
interface ModelDrafts extends Repository<ModelDraft, UUID> {

  ModelDraft save(ModelDraft draft);

  Optional<ModelDraft> findById(UUID id);

  /** Without loading the draft, so that it is read anew once its model is locked. */
  @Query("select d.modelKey from ModelDraft d where d.id = ?1")
  Optional<String> modelOf(UUID id);

  Optional<ModelDraft> findBySendKey(String sendKey);

  List<ModelDraft> findByModelKeyOrderByMadeAtDesc(String modelKey);
}
