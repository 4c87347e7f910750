/** Data checksums: verifies, enables and disables them in a data directory whose server does not run. */
@NullMarked
package dev.pgduo.cluster.checksum;

import org.jspecify.annotations.NullMarked;
