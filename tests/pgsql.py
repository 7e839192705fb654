#!/usr/bin/env python3
"""pgsql.py - a PostgreSQL of the tests' own, on a private socket, thrown away after.

Why our own: a cluster of the machine must never be touched, and one that crashes, fills
up or is stopped in the middle of a test must be nobody else's. It listens on no port and
stands in a folder of its own below the temporary one. PostgreSQL refuses to run as root,
so root starts it as another user. Texts sort by Vietnamese rules there (ICU), so that a
list whose order depends on the server's language is found.

A run that is killed leaves nothing behind either: a process of ours waits for the end of
the one that started the server, and of the one that called that, and takes it down.

usage: pgsql.py start [PID]    prints the URL; it stops when process PID ends; stop URL
       pgsql.py run COMMAND…   with DONDOC_TEST_PGSQL set to the URL of a new one
"""
import glob
import os
import pathlib
import pwd
import select
import shutil
import subprocess
import sys
import tempfile

VARIABLE = "DONDOC_TEST_PGSQL"
VERSIONS = "/usr/lib/postgresql/*/bin"
USERS = ("postgres", "nobody")
SETTINGS = {"listen_addresses": "", "max_connections": "60", "shared_buffers": "32MB",
            "max_wal_size": "256MB", "autovacuum_naptime": "10s",
            "recovery_init_sync_method": "syncfs", "log_min_messages": "fatal"}
NOT_DURABLE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def wait_for_end(pids: list[int]) -> None:
    """Until one of these processes has ended."""
    ends = select.poll()
    for pid in pids:
        try:
            ends.register(os.pidfd_open(pid), select.POLLIN)
        except ProcessLookupError:
            return
    ends.poll()


class Missing(Exception):
    """PostgreSQL is not there, or may not run here: what to say of tests that need it."""


def programs() -> pathlib.Path:
    found = sorted(glob.glob(VERSIONS), key=lambda p: int(p.split("/")[-2]))
    found = [p for p in found if os.access(f"{p}/initdb", os.X_OK)]
    if found:
        return pathlib.Path(found[0] if "/usr/lib/postgresql/15/bin" not in found else
                            "/usr/lib/postgresql/15/bin")
    at = shutil.which("initdb")
    if at is None:
        raise Missing("PostgreSQL 15 is not installed (package postgresql-15)")
    return pathlib.Path(at).resolve().parent


def other_user() -> pwd.struct_passwd | None:
    """Whose server it is: ours, or when we are root somebody's who exists."""
    if os.geteuid() != 0:
        return None
    for name in USERS:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise Missing("PostgreSQL does not run as root, and there is no other user")


class Server:
    """with Server() as s: s.url. durable: commits reach the disk before they are told."""

    def __init__(self, durable: bool = False, folder: str | None = None):
        self.durable, self.bin, self.user = durable, programs(), other_user()
        self.folder = folder or tempfile.mkdtemp(prefix="dondoc-pg-")
        self.data = f"{self.folder}/data"

    @property
    def url(self) -> str:
        return f"postgresql:///postgres?host={self.folder}&port=5432&user=postgres"

    def call(self, program: str, *args: str) -> None:
        # A server inherits what its starter holds: pipes would never end, hence the file.
        who = {} if self.user is None else {
            "user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": []}
        clean = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
        with open(f"{self.folder}/said", "w+b") as said:
            done = subprocess.run([self.bin / program, *args], stdin=subprocess.DEVNULL,
                                  stdout=said, stderr=said, cwd=self.folder,
                                  env=clean | {"LC_ALL": "C.UTF-8"}, **who)
            said.seek(0)
            if done.returncode != 0:
                why = said.read().decode(errors="replace").strip().splitlines()
                raise Missing(f"{program} failed: {why[-1] if why else '?'}")

    def make(self) -> None:
        if self.user is not None:
            os.chown(self.folder, self.user.pw_uid, self.user.pw_gid)
        self.call("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
                  "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=vi", "--no-sync")
        settings = SETTINGS | {"unix_socket_directories": self.folder} | (
            {} if self.durable else NOT_DURABLE)
        with open(f"{self.data}/postgresql.auto.conf", "a") as conf:
            conf.writelines(f"{key} = '{value}'\n" for key, value in settings.items())

    def start(self) -> None:
        self.call("pg_ctl", "start", "-D", self.data, "-w", "-t", "60", "-s", "-l",
                  f"{self.folder}/log")

    def stop(self, how: str = "fast") -> None:
        self.call("pg_ctl", "stop", "-D", self.data, "-w", "-t", "60", "-s", "-m", how)

    def watch(self, pids: list[int]) -> None:
        """A process apart takes the server down when one of these has ended."""
        if os.fork() != 0:
            return
        os.setsid()
        os.closerange(3, 1024)
        null = os.open(os.devnull, os.O_RDWR)
        for fd in (0, 1, 2):
            os.dup2(null, fd)
        wait_for_end(pids)
        if os.path.isdir(self.folder):
            self.remove()
        os._exit(0)

    def remove(self) -> None:
        try:
            self.stop("immediate")
        except Missing:
            pass  # it had been stopped
        shutil.rmtree(self.folder, ignore_errors=True)

    def begin(self) -> None:
        try:
            self.make()
            self.start()
        except BaseException:
            self.remove()
            raise

    def __enter__(self) -> "Server":
        self.begin()
        self.watch([os.getpid(), os.getppid()])
        return self

    def __exit__(self, *_: object) -> None:
        self.remove()


def main() -> int:
    what = sys.argv[1] if len(sys.argv) > 1 else ""
    try:
        if what == "start" and len(sys.argv) <= 3:
            server = Server()
            server.begin()
            if len(sys.argv) == 3:
                server.watch([int(sys.argv[2])])
            print(server.url)
        elif what == "stop" and len(sys.argv) == 3:
            folder = sys.argv[2].split("host=")[1].split("&")[0]
            if "dondoc-pg-" not in folder:
                sys.exit("pgsql.py: not a server of the tests")
            Server(folder=folder).remove()
        elif what == "run" and len(sys.argv) > 2:
            with Server() as server:
                return subprocess.run(sys.argv[2:], env=os.environ | {VARIABLE: server.url}
                                      ).returncode
        else:
            sys.exit(__doc__)
    except Missing as why:
        print(f"pgsql.py: {why}", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
