/** Making a new database cluster. */
@NullMarked
package dev.pgduo.cluster.init;

import org.jspecify.annotations.NullMarked;
