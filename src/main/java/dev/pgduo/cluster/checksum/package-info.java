/** The checksums of a cluster's data pages: they are checked, enabled and disabled in a data directory whose server does not run. */
@NullMarked
package dev.pgduo.cluster.checksum;

import org.jspecify.annotations.NullMarked;
