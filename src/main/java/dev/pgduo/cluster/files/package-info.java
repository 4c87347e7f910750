/** Files and directory trees of a node: their owners, their removal, the directories of sockets and caches. */
@NullMarked
package dev.pgduo.cluster.files;

import org.jspecify.annotations.NullMarked;
