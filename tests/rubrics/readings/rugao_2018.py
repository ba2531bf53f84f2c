"""如皋 2018, read a second time from its clauses."""

from fractions import Fraction

from tests.rubrics.readings.second import (
    ABSENT,
    YES_NO,
    Expected,
    F,
    Line,
    Result,
    around,
    half_up,
    items,
    ladder,
    missing,
    yes,
)

FORTY_FIVE = F(45)
PLATFORMS = ("12315", "12365", "12312", "12331", "12301")
AWARDS = {
    "innovation_city": "0.5",
    "innovation_province": "1",
    "innovation_national": "2",
    "mayor_quality_award": "0.2",
    "national_quality_award": "0.5",
    "jiangsu_quality_award": "0.5",
    "china_quality_award": "1",
    "jiangsu_transport_works": "0.5",
    "jiangsu_water_works": "0.5",
    "luban_prize": "0.5",
    "zhan_tianyou_prize": "1",
    "dayu_prize": "1",
    "national_brand_zone": "1",
}


def plan(plan_status: str, **acted: bool) -> Result:
    return Expected(F(2 * (plan_status == "issued") + sum(acted.values())), gap=plan_status == "started")


def credit(**said: Fraction) -> Result:
    now, before = said["credit_entry_rate"], said["credit_entry_rate_prev"]
    points = F("0.5") if said["credit_records_built"] and now > before else F(0)
    points += F("0.5") - F("0.05") * max(F(0), 10 - said["credit_reports"])
    points += said["self_declaration"] + said["joint_punishment"]
    return Expected(points, gap=now == before == 100)


def complaints(**said: Fraction) -> Result:
    held = sum(
        said[f"rate_{name}"] == 100 or said[f"rate_{name}"] > said[f"rate_{name}_prev"] for name in PLATFORMS
    )
    return F("0.5") * held


def funding(funding: Fraction, funding_prev: Fraction) -> Result:
    if funding >= funding_prev:
        return 2
    return 1 if (funding_prev - funding) * 100 <= 10 * funding_prev else 0


def monitoring(task_completed: bool, coverage_rate: Fraction) -> Result:
    if not task_completed:
        return 0
    return 2 if coverage_rate == 100 else int(coverage_rate >= 95)


def sampling(sampling_completion_rate: Fraction, network_campaign: bool) -> Result:
    short = max(F(0), 98 - sampling_completion_rate)
    steps = -(-short // 5)
    return max(F(0), 1 - F("0.2") * steps) + network_campaign


def tourism(duty_list: bool, major_tourism_accidents: Fraction, bad_record_published: bool) -> Result:
    unmet = (not duty_list) + (major_tourism_accidents > 0)
    return 1 - F("0.5") * unmet + F("0.5") * bad_record_published


def agency(
    agency_sound: bool, supervisors: Fraction, agency_staff: Fraction, funding_guaranteed: bool
) -> Result:
    enough = agency_sound and supervisors / agency_staff >= F(3, 4)
    return F(enough) + F("0.5") * funding_guaranteed


def enforcement(**held: bool) -> Result:
    lost = sum(not value for value in held.values())
    return Expected(1 - F("0.25") * lost, gap=lost == 3)


def projects(quality_action: bool, complaint_rate: Fraction, complaint_rate_prev: Fraction) -> Result:
    points = F("0.5") * (quality_action + (complaint_rate < complaint_rate_prev))
    return Expected(points, gap=complaint_rate == complaint_rate_prev == 0)


def ports(ports_total: Fraction, ports_not_met: Fraction) -> Result:
    if ports_total == 1:
        return 0 if ports_not_met else 2
    return max(F(0), 2 - F("0.5") * ports_not_met)


def organic(three_products_share: Fraction, target_share: Fraction = FORTY_FIVE) -> Result:
    if three_products_share < 30:
        return 0
    return min(F(2), half_up(three_products_share / target_share * 2))


def acceptance(**said: Fraction | None) -> Result:
    return Expected(F(sum(rate is None or rate == 100 for rate in said.values())), gap=None in said.values())


def other_acceptance(other_acceptance_rate: Fraction | None) -> Result:
    if other_acceptance_rate is None:
        return Expected(F(2), gap=True)
    return 2 if other_acceptance_rate >= 98 else int(other_acceptance_rate >= 95)


def environment(air_target_met: bool, water_sections_failed: Fraction) -> Result:
    return 2 - F(not air_target_met) - min(F(1), F("0.2") * water_sections_failed)


def brands(jiangsu_brands: Fraction, enterprises: Fraction, city_average_permille: Fraction) -> Result:
    ratio, average = half_up(jiangsu_brands * 1000 / enterprises, 0), half_up(city_average_permille, 0)
    return Expected(max(F(0), 1 - F("0.1") * max(F(0), average - ratio)), gap=ratio == average)


def enterprises(new_aa_enterprises: Fraction, target: Fraction) -> Result:
    return max(F(0), 1 - F("0.5") * max(F(0), target - new_aa_enterprises))


def certified(new_certified_enterprises: Fraction, target: Fraction) -> Result:
    return max(F(0), 1 - F("0.1") * max(F(0), target - new_certified_enterprises))


def filed(filed_projects: Fraction, target: Fraction) -> Result:
    return 1 if filed_projects >= target else half_up(filed_projects / target)


def measured(aaa_certified: Fraction, energy_enterprises: Fraction) -> Result:
    percent = aaa_certified / energy_enterprises * 100
    return 1 if percent >= 3 else F("0.5") * (percent >= 1)


def awards(**counts: Fraction) -> Result:
    added = min(F(5), sum((F(AWARDS[name]) * count for name, count in counts.items()), F(0)))
    return Expected(added, bonus=added)


RATES = ("0", "89.99", "90", "99.99", "100")
LINES = (
    Line(
        "1",
        {
            "plan_status": ("issued", "started", "none"),
            **yes("product_action engineering_action service_action"),
        },
        plan,
    ),
    items("2", leading_body_formed__operating_effectively="2"),
    items("3.1", party_supervision_mechanism="1", in_performance_appraisal="1"),
    items("3.2", township_quality_assessment="2"),
    items("4.1", brand_plan__time_honored_brands="1", brand_goal_in_annual_plan="0.5"),
    items("4.2", brand_measures="1", brand_zone_creation="1", brand_value_evaluation="0.5"),
    items("4.3", benchmark_activity="1", award_winner_sharing="1"),
    Line(
        "5",
        {
            "credit_records_built": YES_NO,
            "credit_entry_rate": ("90", "90.01", "100"),
            "credit_entry_rate_prev": ("90", "100", "0"),
            "credit_reports": (0, 1, 9, 10, 11),
            **yes("self_declaration joint_punishment"),
        },
        credit,
    ),
    items("6", quality_audit="0.5", energy_audit="0.5", environment_audit="0.5"),
    Line(
        "7",
        {f"rate_{name}{year}": ("100", "90", "90.01") for name in PLATFORMS for year in ("", "_prev")},
        complaints,
    ),
    Line(
        "8",
        {
            "funding": ("0", "899.99", "900", "900.01", "999.99", "1000", "1000.01"),
            "funding_prev": ("1000", "0", "1000.3"),
        },
        funding,
    ),
    Line("9", {"task_completed": YES_NO, "coverage_rate": around("95", "100")}, monitoring),
    items("10.1", regional_rectification__quality_sword="0.5", import_export_crackdown="0.5"),
    items("10.2", routine_monitoring="0.5", special_rectification="0.5", fake_agri_inputs="0.5"),
    items(
        "10.3",
        food_drug_crackdown="0.5",
        rural_food_crackdown="0.5",
        label_inspection__illegal_additives="0.5",
    ),
    items("11.1", township_fooddrug_assessment="1", workshop_management="0.5", food_supervision="0.5"),
    items("11.2", agri_supervision="2"),
    Line(
        "11.3",
        {
            "sampling_completion_rate": (*around("98", "93", "88", "83", "78", "73"), "112"),
            "network_campaign": YES_NO,
        },
        sampling,
    ),
    items("11.4", transport_product_sampling="1"),
    missing("11.5", "1", "0.5", "pesticide_inspection results_reported violations_handled"),
    missing("11.6", "1", "0.5", "special_check joint_supervision"),
    missing("11.7", "1", "0.5", "hazard_screening safety_foundation provincial_tasks_on_time"),
    items("11.8", grain_stock_inspection="0.5", grain_monitoring_action="0.5"),
    items(
        "12.1", service_local_standard__service_std_pilot__national_std_support="1", service_brand_effect="1"
    ),
    Line("12.2", {**yes("duty_list bad_record_published"), "major_tourism_accidents": (0, 1, 2, 7)}, tourism),
    items("12.3", medical_system="0.5", medical_evaluation="0.5", medical_disclosure="0.5"),
    items("13.1", deployment_implemented="1"),
    Line(
        "13.2",
        {
            **yes("agency_sound funding_guaranteed"),
            "supervisors": (0, 74, 75, 76, 100),
            "agency_staff": (100, 101),
        },
        agency,
    ),
    ladder("13.3", "supervision_coverage", ("100", "0.5"), ("90", "0.25")),
    Line("13.4", yes("enforcement_inspection rectification_urged investigation"), enforcement),
    Line(
        "13.5",
        {
            "quality_action": YES_NO,
            "complaint_rate": ("0", "0.5", "0.50", "1"),
            "complaint_rate_prev": ("0", "0.5"),
        },
        projects,
    ),
    items("13.6", highway_waterway_sampling="1"),
    items(
        "14",
        std_mechanism__std_meeting="1",
        metrology_joint_meeting__metrology_plan__traceability_system__metrology_funding__metrology_capacity="1",
        certification_system="1",
    ),
    items("15", product_analysis="1", engineering_analysis="1", service_analysis="1"),
    Line("16.1", {"ports_total": (1,), "ports_not_met": (0, 1)}, ports),
    Line("16.1", {"ports_total": (6, 7), "ports_not_met": (0, 1, 3, 4, 5, 6)}, ports),
    items("16.2", port_health_mechanism="0.5", quarantine_policy_support="0.5", joint_drill="1"),
    items("17.1", public_quality_education="0.5", cqo_policy__cqo_training="0.5"),
    items(
        "17.2",
        training_market="1",
        training_housing="0.5",
        training_water="0.5",
        training_transport="0.5",
        program_352="0.5",
    ),
    ladder("18", "patents_per_10k", ("12", "2"), ("8", "1.5"), ("4", "1"), otherwise="0.5"),
    ladder("19.1", "national_pass_rate", ("90", "1"), ("85", "1")),
    ladder("19.2", "provincial_pass_rate", ("92", "1"), ("90", "0.5")),
    ladder("19.3", "agri_pass_rate", ("96", "2"), ("90", "1")),
    Line(
        "19.4",
        {
            "three_products_share": (*around("30", "45", "50"), "33.75", "37.4625", "44.8875"),
            "target_share": (ABSENT, "45", "50", "20"),
        },
        organic,
    ),
    ladder("19.5", "food_sampling_pass_rate", ("95", "2"), ("90", "1")),
    Line(
        "19.6",
        {"accident_rate": ("0", "0.29", "0.3", "0.30", "0.31"), "death_rate": ("0", "0.0999", "0.1", "0.11")},
        lambda accident_rate, death_rate: (accident_rate < F("0.3")) + (death_rate < F("0.1")),
    ),
    Line("20.1", {"first_acceptance_rate": (*RATES, None), "filing_rate": (*RATES, None)}, acceptance),
    Line("20.2", {"other_acceptance_rate": (*around("98", "95"), None)}, other_acceptance),
    Line("21", {"air_target_met": YES_NO, "water_sections_failed": (0, 1, 4, 5, 6, 50)}, environment),
    ladder("22.1", "producer_service_satisfaction", ("85", "2"), ("70", "1.5"), ("65", "1")),
    ladder("22.2", "consumer_service_satisfaction", ("80", "2"), ("70", "1.5"), ("65", "1")),
    ladder("23", "public_satisfaction", ("70", "2"), ("65", "1.5"), ("60", "1")),
    Line(
        "24.1",
        {
            "jiangsu_brands": (0, 5, 7, 13),
            "enterprises": (1, 1000, 1001, 2000),
            "city_average_permille": ("0", "7", "6.49", "6.5", "7.5", "16.5", "17.5"),
        },
        brands,
    ),
    items("24.2", brand_zone_approved="0.5", regional_brand_awarded="0.5"),
    Line(
        "25",
        dict.fromkeys(("geo_trademarks", "geo_products", "geo_agri_products"), (0, 1, 2)),
        lambda **counts: min(F(2), sum(counts.values(), F(0))),
    ),
    Line("26", {"new_aa_enterprises": (0, 3, 4, 5, 6), "target": (0, 5, 6)}, enterprises),
    Line("27.1", {"new_certified_enterprises": (0, 51, 52, 53, 61, 62, 63), "target": (0, 62)}, certified),
    Line("27.2", {"filed_projects": (0, 1, 2, 3, 5, 8), "target": (0, 3, 7, 8, 200)}, filed),
    Line(
        "27.3",
        {"aaa_certified": (0, 1, 2, 3, 4), "energy_enterprises": (1, 66, 67, 100, 101, 133, 134)},
        measured,
    ),
    Line("B", dict.fromkeys(AWARDS, (ABSENT, 0, 1, 3)), awards),
    Line("B", dict.fromkeys(("mayor_quality_award", "innovation_city", "luban_prize"), (ABSENT, 2)), awards),
)
"""Every line but the veto."""


def section(code: str) -> str:
    """The four headings stand over 1–8, 9–13, 14–17 and the rest."""
    names = ("质量宏观管理", "质量安全监管", "质量基础建设", "质量结果")
    return names[sum(int(code.partition(".")[0]) > last for last in (8, 13, 17))]
