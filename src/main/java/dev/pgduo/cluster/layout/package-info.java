/** Where a node's files are, and the settings that pgduo itself writes into them. */
@NullMarked
package dev.pgduo.cluster.layout;

import org.jspecify.annotations.NullMarked;
