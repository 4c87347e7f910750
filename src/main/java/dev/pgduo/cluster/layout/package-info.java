/** The files of a node, and the settings that pgduo itself writes into them. */
@NullMarked
package dev.pgduo.cluster.layout;

import org.jspecify.annotations.NullMarked;
