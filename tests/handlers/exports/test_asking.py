"""What is ordered keeps the unit that is named."""

import pytest

from tests.scene import Scene


@pytest.mark.parametrize("text", ["城建局材料打包发我", "城建局的证明材料打个包给我"])
async def test_the_package_is_of_the_named_unit_alone(county: Scene, text: str) -> None:
    assert "正在做县城建局的" in await county.say("zhou", text)
