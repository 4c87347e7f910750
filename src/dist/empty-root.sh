#!/bin/bash
# Unpacks a package in a root directory that has nothing but a Java runtime, a C library, bash and the programs of a minimal Debian, and runs
# it there as an ordinary user: without arguments, it plays the reference lab. Needed: user namespaces, jlink, and a server in the local Maven
# repository (./pgduo -c 'pg fetch 18').
#   src/dist/empty-root.sh target/pgduo-VERSION.tar.gz [WORDS OF PGDUO]
set -euo pipefail

package=$(readlink -f "$1")
shift
[ $# -gt 0 ] || set -- verify switchover.lab --pg 18
repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
jdk=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v jlink)")")")}

root=$(mktemp -d "${TMPDIR:-/tmp}/pgduo-root.XXXXXX")
trap 'rm -rf --one-file-system "$root"' EXIT
chmod 755 "$root"
mkdir -p "$root"/{bin,dev/shm,etc,home/student,opt,proc,tmp,usr/lib/jvm,repository}
ln -s ../bin "$root/usr/bin"

# A program, or another file, and the libraries that it needs.
take() {
    local file
    for file; do
        [ -e "$root/bin/${file##*/}" ] || cp -L "$file" "$root/bin/"
        libraries "$file"
    done
}

libraries() {
    local library
    for library in $(ldd "$1" 2>/dev/null | grep -o '/[^ )]*'); do
        [ -e "$root$library" ] || install -D -m 755 "$library" "$root$library"
    done
}

for name in bash basename cat chmod chown cp cut date dirname env find grep head id ln ls mkdir mktemp mv ps readlink rm rmdir sed sh \
    sleep sort stty tail test timeout touch tr uname wc; do
    for program in /bin/$name /usr/bin/$name; do
        [ ! -x "$program" ] || take "$program"
    done
done
# The rest of the C library, and what Java and the servers need beside it.
for library in /lib/*-linux-*/{libanl,libdl,libm,libnss_dns,libnss_files,libpthread,libresolv,librt,libutil,libz,libgcc_s,libstdc++}.so.*; do
    [ ! -f "$library" ] || { [ -e "$root$library" ] || install -D -m 755 "$library" "$root$library"; }
done
mkdir -p "$root/usr/lib/locale"
[ ! -d /usr/lib/locale/C.utf8 ] || cp -r /usr/lib/locale/C.utf8 "$root/usr/lib/locale/"
printf 'student:x:1000:1000::/home/student:/bin/bash\n' >"$root/etc/passwd"
printf 'student:x:1000:\n' >"$root/etc/group"
printf '127.0.0.1 localhost\n' >"$root/etc/hosts"
printf 'hosts: files\npasswd: files\n' >"$root/etc/nsswitch.conf"
modules=java.se,jdk.crypto.ec,jdk.httpserver,jdk.management,jdk.unsupported,jdk.zipfs
"$jdk/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --output "$root/usr/lib/jvm/jre-17"
find "$root/usr/lib/jvm" -name '*.so' | while read -r library; do libraries "$library"; done
tar -xzf "$package" -C "$root/opt" --no-same-owner
chmod 1777 "$root/tmp"
chown -R "$(id -u)" "$root/home"

inside=(env -i HOME=/home/student PATH=/bin LC_ALL=C.UTF-8 MAVEN_ARGS="-o -Dmaven.repo.local=/repository"
    sh -c 'cd && exec /opt/pgduo-*/pgduo "$@"' pgduo "$@")
# shellcheck disable=SC2016
unshare --map-root-user --mount --pid --fork sh -c '
    root=$1
    repository=$2
    shift 2
    mount --rbind /dev "$root/dev"
    mount -t tmpfs tmpfs "$root/dev/shm"
    mount -t proc proc "$root/proc"
    mount --bind "$repository" "$root/repository"
    exec unshare --user --map-user=1000 --map-group=1000 --root="$root" --wd=/ "$@"
' sh "$root" "$repository" "${inside[@]}"
