package no.vegvisar.organisation;

import org.springframework.data.repository.CrudRepository;

interface Bodies extends CrudRepository<BodyRecord, String> {}
