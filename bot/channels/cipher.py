"""wechatpy's cipher alone: its package would load an HTTP client too (8 MB of memory) that nothing here uses."""

from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType


def _alone(package: str, part: str) -> ModuleType:
    """The module in that file of an installed package, without what the package itself loads."""
    found = find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(package, name=package)
    spec = spec_from_file_location(f"{package}.alone", Path(found.origin).parent / part)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(part, name=package)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


WeChatCipher = _alone("wechatpy", "crypto/cryptography.py").WeChatCipher
