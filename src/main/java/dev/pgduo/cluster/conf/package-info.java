/** Lossless reading and atomic editing of a node's configuration files. */
@NullMarked
package dev.pgduo.cluster.conf;

import org.jspecify.annotations.NullMarked;
