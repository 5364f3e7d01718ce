package no.vegvisar.ui;

import no.vegvisar.kernel.CaseNo;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/**
 * A case number as a part of an address; one that is none is answered like any mistyped address.
 */
@Component
class CaseNoInAddress implements Converter<String, CaseNo> {

  @Override
  public CaseNo convert(String typed) {
    return CaseNo.parse(typed);
  }
}
