/** Parses a node's configuration files without loss, and edits them. */
@NullMarked
package dev.pgduo.cluster.conf;

import org.jspecify.annotations.NullMarked;
