-- Why:   every letter that leaves, fails or comes back asks which assessment it told the patient.
-- Owner: assessment.
-- Locks: writes to rights_assessment wait while the index is built.
create index rights_assessment_patient_letter on rights_assessment (patient_letter) where patient_letter is not null;
