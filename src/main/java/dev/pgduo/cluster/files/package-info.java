/** Files and trees of a node: whose they are, how they go, where sockets and caches live. */
@NullMarked
package dev.pgduo.cluster.files;

import org.jspecify.annotations.NullMarked;
