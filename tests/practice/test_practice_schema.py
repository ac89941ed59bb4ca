"""The shape of a body, built from the catalogue."""

from workbench.contract.loading import Contract
from workbench.practice.schema import Items, Leaf, Record, Shape, body_shape


def _paths(shape: Shape, path: str = "") -> dict[str, Shape]:
    """Every shape inside by its path, lists marked by []."""
    found = {path: shape}
    match shape:
        case Record():
            for name, inside in shape.members.items():
                found |= _paths(inside, f"{path}.{name}".lstrip("."))
        case Items():
            found |= _paths(shape.each, f"{path}[]")
        case Leaf():
            pass
    return found


def test_schema_has_a_place_for_each_field_of_the_catalogue(contract: Contract) -> None:
    leaves = {path for path, shape in _paths(body_shape(contract)).items() if isinstance(shape, Leaf)}
    assert leaves == {f"data[].{field.path}{'[]' if field.is_list else ''}" for field in contract.fields}


def test_schema_closes_every_object_but_user_data(contract: Contract) -> None:
    records = {path: shape for path, shape in _paths(body_shape(contract)).items() if isinstance(shape, Record)}
    assert {path for path, shape in records.items() if not shape.closed} == {"data[].user_data"}
    assert set(records) == {
        "", "data[]", "data[].user_data", "data[].custom_data", "data[].custom_data.contents[]", "data[].app_info",
        "data[].device_info",
    }  # fmt: skip


def test_schema_requires_the_five_of_an_event(contract: Contract) -> None:
    event = _paths(body_shape(contract))["data[]"]
    assert isinstance(event, Record)
    assert set(event.required) == {"event_name", "action_source", "event_time", "event_id", "user_data"}


def test_schema_takes_one_to_a_thousand_events(contract: Contract) -> None:
    data = _paths(body_shape(contract))["data"]
    assert isinstance(data, Items)
    assert (data.at_least, data.at_most) == (1, 1000)
