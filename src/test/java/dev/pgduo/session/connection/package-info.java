@NullMarked
package dev.pgduo.session.connection;

import org.jspecify.annotations.NullMarked;
