/**
 * Who runs a name server: the provider table and the Public Suffix List, both versioned data files.
 *
 * <p>Must not know what any server answered, beyond the names in a SOA record.
 *
 * <p>Start at {@link org.zonedrift.operator.Operators}.
 */
@NullMarked
package org.zonedrift.operator;

import org.jspecify.annotations.NullMarked;
