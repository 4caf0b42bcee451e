package org.zonedrift.input;

import java.util.List;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.DomainName;

/** A host that zones of a zone file name, with the glue that the file has for it. */
record NamedHost(DomainName name, List<Glue> glue) {}
